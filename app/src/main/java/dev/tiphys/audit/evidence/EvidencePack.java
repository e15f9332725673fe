package dev.tiphys.audit.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.promotion.PromotionPapers.Paper;

/// The papers as one archive with an index of their hashes.
public record EvidencePack(String name, List<Paper> papers) {

    public EvidencePack {
        papers = List.copyOf(papers);
    }

    public String fileName() {
        return "evidence-" + name.replaceAll("[^A-Za-z0-9._-]", "_") + ".zip";
    }

    /// @param out stays open
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Map<String, String> index = new LinkedHashMap<>();
        for (Paper paper : papers) {
            byte[] bytes = paper.text().getBytes(StandardCharsets.UTF_8);
            index.put(paper.name(), sha256(bytes));
            add(zip, paper.name(), bytes);
        }
        add(zip, "index.json", JsonMapper.shared().writeValueAsBytes(index));
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /// In hexadecimal digits.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
