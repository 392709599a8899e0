package dev.seep.source.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DockerSelectionTest {
    private static final Container WEB = Container.of(
            "1",
            "/shop-web-1",
            Map.of("com.docker.compose.project", "shop", "com.docker.compose.service", "web", "tier", "front"));
    private static final Container LONE = Container.of("2", "/lone", Map.of());

    private static DockerSelection names(String... names) {
        return new DockerSelection(List.of(), null, null, null, List.of(names));
    }

    @Test
    void namesAreThoseOfContainersOrServices() {
        assertThat(names("shop-web-1").covers(WEB)).isTrue();
        assertThat(names("web").covers(WEB)).isTrue();
        assertThat(names("service/web").covers(WEB)).isTrue();
        assertThat(names("shop").covers(WEB)).isFalse();
        assertThat(names("container/lone", "other").covers(LONE)).isTrue();
    }

    @Test
    void labelsAreAllWanted() {
        assertThat(new DockerSelection(List.of(), "tier=front", null, null, List.of()).covers(WEB))
                .isTrue();
        assertThat(new DockerSelection(List.of(), "tier", null, null, List.of()).covers(WEB))
                .isTrue();
        assertThat(new DockerSelection(List.of(), "tier=front,app", null, null, List.of()).covers(WEB))
                .isFalse();
        assertThat(new DockerSelection(List.of(), "tier", null, null, List.of()).covers(LONE))
                .isFalse();
        assertThatThrownBy(() -> new DockerSelection(List.of(), "tier in (a)", null, null, List.of()))
                .hasMessageContaining("'tier in (a)'");
    }

    @Test
    void projectsAndPatternsNarrow() {
        DockerSelection shop =
                new DockerSelection(List.of("shop"), null, Pattern.compile("^web$"), Pattern.compile("-2$"), List.of());

        assertThat(shop.covers(WEB)).isTrue();
        assertThat(shop.covers(LONE)).isFalse();
        assertThat(shop.covers(Container.of("3", "/shop-web-2", WEB.labels()))).isFalse();
        assertThat(shop.describe()).isEqualTo("running containers that match ^web$ but not -2$ in project shop");
    }
}
