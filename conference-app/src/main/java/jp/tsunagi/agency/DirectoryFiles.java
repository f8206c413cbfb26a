package jp.tsunagi.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.shared.Refused;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The directory as it is delivered: {@code config/agencies/*.csv} beside the working directory, or else as packaged. The
 * first line names the columns; a row has no quotes, and its sections are divided by a vertical bar.
 */
@Component
final class DirectoryFiles {

    private static final String FOLDER = "config/agencies/";

    private final boolean demo;

    DirectoryFiles(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    List<Agency> read() {
        List<Agency> agencies = new ArrayList<>();
        if (demo) {
            // First, because what comes first wins.
            agencies.addAll(read("demo.csv"));
        }
        agencies.addAll(read("municipalities.csv"));
        agencies.addAll(read("subprefectures.csv"));
        return agencies;
    }

    private static List<Agency> read(String file) {
        List<String> lines = content(file).lines().toList();
        String[] columns = lines.get(0).split(",", -1);
        List<Agency> agencies = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length != columns.length) {
                throw new IllegalStateException(
                        "Line " + (i + 1) + " of " + file + " has not as many columns as the first");
            }
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < cells.length; column++) {
                row.put(columns[column], cells[column].strip());
            }
            try {
                agencies.add(AgencyRules.entry(draft(row), 0));
            } catch (Refused | IllegalArgumentException e) {
                throw new IllegalStateException("Line " + (i + 1) + " of " + file + " is no agency", e);
            }
        }
        return agencies;
    }

    private static AgencyDraft draft(Map<String, String> row) {
        String sections = row.getOrDefault("sections", "");
        String reach = row.getOrDefault("reachableBy", "");
        return new AgencyDraft(
                row.get("code"),
                row.get("name"),
                row.get("kana"),
                AgencyKind.valueOf(row.getOrDefault("kind", "OTHER")),
                sections.isEmpty() ? null : List.of(sections.split("\\|")),
                row.get("contactWindow"),
                row.get("subprefecture"),
                reach.isEmpty() ? null : Reach.valueOf(reach),
                "true".equals(row.get("runsGateway")),
                true,
                null);
    }

    private static String content(String file) {
        Path beside = Path.of(FOLDER + file);
        try {
            return Files.isRegularFile(beside)
                    ? Files.readString(beside)
                    : new ClassPathResource("defaults/" + FOLDER + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory file " + file + " cannot be read", e);
        }
    }
}
