/// The IT providers' own systems, which their workflows call: pets, databases, buckets, DNS records, and machines that
/// an Ansible controller makes. What an action changes can be seen here.
@NullMarked
package dev.tiphys.sandbox.providers;

import org.jspecify.annotations.NullMarked;
