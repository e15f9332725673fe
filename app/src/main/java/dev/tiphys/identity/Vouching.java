package dev.tiphys.identity;

/// Vouches for people the provider need not be asked about.
interface Vouching {

    boolean vouchesFor(Person person);
}
