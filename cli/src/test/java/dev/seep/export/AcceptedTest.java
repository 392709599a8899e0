package dev.seep.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/openmetrics-text                                                             | OPEN_METRICS
            application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.4          | OPEN_METRICS
            application/openmetrics-text;q=0.5, text/plain;q=0.5                                     | OPEN_METRICS
            Application/OpenMetrics-Text; Q=0.9                                                      | OPEN_METRICS
            application/openmetrics-text;q=0.3,text/plain;q=0.4                                      | PROMETHEUS
            application/openmetrics-text;q=0                                                         | PROMETHEUS
            application/openmetrics-text;q=much                                                      | PROMETHEUS
            text/html,*/*;q=0.8                                                                      | PROMETHEUS
            application/vnd.google.protobuf;encoding=delimited                                       | PROMETHEUS
            ,;,q=;                                                                                   | PROMETHEUS
            """)
    void theReaderChoosesTheFormat(String accept, ExpositionWriter.Format format) {
        assertThat(AcceptHeader.format(accept)).isEqualTo(format);
    }

    @Test
    void whoSaysNothingGetsThePlainText() {
        assertThat(AcceptHeader.format(null)).isEqualTo(ExpositionWriter.Format.PROMETHEUS);
        assertThat(AcceptHeader.format("")).isEqualTo(ExpositionWriter.Format.PROMETHEUS);
        assertThat(AcceptHeader.gzip(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip               | true
            deflate, gzip;q=1  | true
            GZIP               | true
            gzip;q=0           | false
            identity           | false
            gzipped            | false
            """)
    void packsForWhoUnpacks(String encodings, boolean gzip) {
        assertThat(AcceptHeader.gzip(encodings)).isEqualTo(gzip);
    }
}
