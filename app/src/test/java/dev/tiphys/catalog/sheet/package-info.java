@NullMarked
package dev.tiphys.catalog.sheet;

import org.jspecify.annotations.NullMarked;
