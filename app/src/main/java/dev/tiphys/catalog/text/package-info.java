/// Objects of Argo as texts for people: YAML that every reader understands alike, and Hera programs.
@NullMarked
package dev.tiphys.catalog.text;

import org.jspecify.annotations.NullMarked;
