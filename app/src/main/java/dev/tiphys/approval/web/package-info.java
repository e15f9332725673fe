/// The inbox of approvals and its twin in the JSON API.
@NullMarked
package dev.tiphys.approval.web;

import org.jspecify.annotations.NullMarked;
