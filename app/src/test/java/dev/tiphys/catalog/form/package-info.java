@NullMarked
package dev.tiphys.catalog.form;

import org.jspecify.annotations.NullMarked;
