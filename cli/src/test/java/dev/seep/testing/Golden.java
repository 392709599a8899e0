package dev.seep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that stay as they are to the byte, kept under {@code src/test/resources}. With {@code -Dgolden.renew=true} they
 * are written anew, and their tests are skipped and not passed: what has changed is for a person to look at.
 */
public final class Golden {
    private static final String RENEW = "golden.renew";
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** @throws AssertionError if the file is another one, with how to renew it */
    public static void isKept(String file, String text) throws IOException {
        Path golden = RESOURCES.resolve(file);
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(golden, text);
            abort(golden + " is written anew: look at what has changed");
        }
        String advice = golden + ": a change for everybody who relies on it. If it is wanted, run this test with -D"
                + RENEW + "=true, and say in the commit why each line changes";
        assertThat(text.lines()).as(advice).containsExactlyElementsOf(Files.readAllLines(golden));
        assertThat(text).as(advice).isEqualTo(Files.readString(golden));
    }
}
