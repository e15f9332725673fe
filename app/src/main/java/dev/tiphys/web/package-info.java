/// What all pages and all of the JSON API have in common: the frame around a page, errors, live updates, lists and
/// repeatable requests. It knows no other module; they contribute navigation, badges and the visitor's name as beans.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.tiphys.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
