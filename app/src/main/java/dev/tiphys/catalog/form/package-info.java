/// Forms made of JSON Schema 2020-12: which fields they have, which of them show, what texts mean as values, and what
/// is wrong with them, in words at the field.
@NullMarked
package dev.tiphys.catalog.form;

import org.jspecify.annotations.NullMarked;
