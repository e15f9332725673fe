/// Standing still after a restore, as pages and JSON show it and as every request feels it.
@NullMarked
package dev.tiphys.recovery.web;

import org.jspecify.annotations.NullMarked;
