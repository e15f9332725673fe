/// The audit log as a page and as JSON.
@NullMarked
package dev.tiphys.audit.web;

import org.jspecify.annotations.NullMarked;
