/// A person's own things: who the portal takes them for, and their API tokens.
@NullMarked
package dev.tiphys.identity.web;

import org.jspecify.annotations.NullMarked;
