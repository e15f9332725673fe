/// The sandbox's own pages: escaped HTML in one frame with one stylesheet, and the forms that they send.
@NullMarked
package dev.tiphys.sandbox.page;

import org.jspecify.annotations.NullMarked;
