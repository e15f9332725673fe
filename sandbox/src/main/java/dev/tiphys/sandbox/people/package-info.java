/// The people of the sandbox, the same for sign-in and chat.
@NullMarked
package dev.tiphys.sandbox.people;

import org.jspecify.annotations.NullMarked;
