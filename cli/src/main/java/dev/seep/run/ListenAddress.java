package dev.seep.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Address that metrics are served on.
 *
 * @param host this machine alone unless it is named
 */
public record ListenAddress(String host, int port) {
    private static final String THIS_MACHINE = "127.0.0.1";

    /**
     * Reads {@code 127.0.0.1:9464}, {@code [::1]:9464}, or a port alone.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ListenAddress parse(String text) {
        String full =
                text.matches("\\d+") ? THIS_MACHINE + ":" + text : text.startsWith(":") ? THIS_MACHINE + text : text;
        try {
            URI uri = new URI("http://" + full).parseServerAuthority();
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty();
            if (bare && uri.getPort() >= 0 && uri.getPort() <= 65_535) {
                return new ListenAddress(uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException wrong) {
            throw notOne(text, wrong);
        }
        throw notOne(text, null);
    }

    private static IllegalArgumentException notOne(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' is no address to listen on: write HOST:PORT, as in 127.0.0.1:9464 or 0.0.0.0:9464",
                cause);
    }

    /** Makes something that listens. */
    public interface Opener<T> {
        T on(InetSocketAddress address) throws IOException;
    }

    /** Listens from now on. */
    public <T> T open(Opener<T> opener) throws CannotMeasureException {
        try {
            return opener.on(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException unknown) {
            throw new CannotMeasureException("cannot listen on " + this + ": there is no host of this name");
        } catch (IOException refused) {
            throw new CannotMeasureException("cannot listen on " + this + ": "
                    + String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT)
                    + "; give another --listen HOST:PORT");
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
