package dev.tiphys.steps;

/// An image as Kustomize overrides and pods write it: `name=repository:tag`, `repository:tag`, `repository@sha256:…`.
///
/// @param replaced what stands before the `=`; empty without one
/// @param version tag or digest; empty when there is neither
record ImageName(String replaced, String repository, String version) {

    static ImageName parse(String text) {
        int equals = text.indexOf('=');
        String replaced = equals < 0 ? "" : text.substring(0, equals);
        String image = text.substring(equals + 1);
        int digest = image.indexOf('@');
        int colon = image.lastIndexOf(':', digest < 0 ? image.length() : digest);
        int end = colon > image.lastIndexOf('/') ? colon : -1;
        if (digest >= 0) {
            return new ImageName(replaced, image.substring(0, end < 0 ? digest : Math.min(end, digest)),
                    image.substring(digest + 1));
        }
        return end < 0
                ? new ImageName(replaced, image, "")
                : new ImageName(replaced, image.substring(0, end), image.substring(end + 1));
    }

    boolean isOf(String image) {
        return repository.equals(image) || replaced.equals(image);
    }

    String at(String wanted) {
        String name = replaced.isEmpty() ? "" : replaced + "=";
        return name + repository + (wanted.startsWith("sha256:") ? "@" : ":") + wanted;
    }
}
