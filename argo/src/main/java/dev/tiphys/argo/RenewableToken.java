package dev.tiphys.argo;

import java.util.function.Supplier;

/// A token that may be exchanged while the program runs, as Kubernetes does with mounted Secrets. A client that is
/// refused with it asks once whether there is another one by now.
public interface RenewableToken extends Supplier<String> {

    /// Looks again, however young the last look is; whether the token is another one than `refused`.
    boolean renewed(String refused);

    /// Whether `tokens` has another one than the `refused`; never, where it is fixed.
    static boolean renewed(Supplier<String> tokens, String refused) {
        return tokens instanceof RenewableToken renewable && renewable.renewed(refused);
    }
}
