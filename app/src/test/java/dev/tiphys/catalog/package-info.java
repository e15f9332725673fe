@NullMarked
package dev.tiphys.catalog;

import org.jspecify.annotations.NullMarked;
