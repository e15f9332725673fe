/// Tests of the audit pages.
@NullMarked
package dev.tiphys.audit.web;

import org.jspecify.annotations.NullMarked;
