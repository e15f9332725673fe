/// Tests of the portal as a whole: that it starts, and the rules its code keeps.
@NullMarked
package dev.tiphys;

import org.jspecify.annotations.NullMarked;
