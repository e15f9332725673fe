/// Tests of the module.
@NullMarked
package dev.tiphys.web;

import org.jspecify.annotations.NullMarked;
