package dev.tiphys.web;

import org.jspecify.annotations.Nullable;

/// Which page of a list is wanted; bound from the parameters `page` (from 0) and `size` (1 to 500).
public record PageAsk(@Nullable Integer pageNumber, @Nullable Integer pageSize) {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 500;

    public PageAsk {
        if (pageNumber != null && pageNumber < 0) {
            throw new Refusal.Invalid("page", "The page number starts at 0.");
        }
        if (pageSize != null && (pageSize < 1 || pageSize > LARGEST_SIZE)) {
            throw new Refusal.Invalid("size", "The page size is between 1 and " + LARGEST_SIZE + ".");
        }
    }

    public int page() {
        return pageNumber == null ? 0 : pageNumber;
    }

    public int size() {
        return pageSize == null ? DEFAULT_SIZE : pageSize;
    }

    public long offset() {
        return (long) page() * size();
    }
}
