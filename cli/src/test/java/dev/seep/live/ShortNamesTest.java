package dev.seep.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShortNamesTest {
    private static final Target CART = container("cart-59fb9d8b9f-5sm52", "app", "deployment/cart");
    private static final Target CACHE = container("cache-7c9d-x2x2x", "app", "deployment/cache");

    @Test
    void oneThatIsAloneHasTheNameOfItsWorkload() {
        assertThat(names(CART, CART.pod(), CACHE)).containsExactly("cart", "cart", "cache");
    }

    @Test
    void replicasHaveTheEndOfTheirPodsName() {
        assertThat(names(CART, container("cart-59fb9d8b9f-kk8zp", "app", "deployment/cart"), CACHE))
                .containsExactly("cart-5sm52", "cart-kk8zp", "cache");
        assertThat(names(container("db-0", "app", "statefulset/db"), container("db-1", "app", "statefulset/db")))
                .containsExactly("db-0", "db-1");
    }

    @Test
    void containersOfOnePodHaveTheirs() {
        Target sidecar = container("cart-59fb9d8b9f-5sm52", "sidecar", "deployment/cart");

        assertThat(names(CART, sidecar, CART.pod(), CACHE))
                .containsExactly("cart/app", "cart/sidecar", "cart", "cache");
    }

    @Test
    void namespacesAreNamedWhereThereAreSeveral() {
        assertThat(names(CART, Target.container("staging", "cart-1-a", "app", "deployment/cart")))
                .containsExactly("shop/cart", "staging/cart");
    }

    @Test
    void podsThatAreNotCalledAsTheirWorkloadHaveTheirWholeName() {
        assertThat(names(
                        Target.container("shop", "shop-web-1", "web", "service/web"),
                        Target.container("shop", "shop-web-2", "web", "service/web")))
                .containsExactly("shop-web-1", "shop-web-2");
    }

    @Test
    void whatWouldBeCalledTheSameHasItsWholeName() {
        assertThat(names(
                        container("cart-old-1", "app", "deployment/cart"),
                        container("cart-new-1", "app", "deployment/cart")))
                .containsExactly("shop/cart-old-1", "shop/cart-new-1");
    }

    @Test
    void processesAndObjectsHaveTheirs() {
        assertThat(names(Target.process("sh"), Target.process("java"))).containsExactly("sh", "java");
        assertThat(names(Target.scope("shop", "jobs"))).containsExactly("objects:jobs");
    }

    private static Target container(String pod, String container, String workload) {
        return Target.container("shop", pod, container, workload);
    }

    private static List<String> names(Target... targets) {
        ShortNames names = new ShortNames(List.of(targets));
        return Stream.of(targets)
                .map(target -> String.join("/", names.of(target)))
                .toList();
    }
}
