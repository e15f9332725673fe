@NullMarked
package dev.tiphys.catalog.text;

import org.jspecify.annotations.NullMarked;
