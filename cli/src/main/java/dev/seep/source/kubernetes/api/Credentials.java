package dev.seep.source.kubernetes.api;

import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shows a server who asks: a certificate, a header of each request, or neither.
 *
 * @param certificate null for none
 */
record Credentials(@Nullable ClientCertificate certificate, Header header) {
    /** Well below the 15 minutes for which the shortest-lived tokens of the big providers are valid. */
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(2);

    private static final Header NO_HEADER = Optional::empty;

    /** The header {@code Authorization}, with what is valid now. */
    interface Header {
        Optional<String> value() throws IOException;
    }

    /** Those of the first kind that the context has: a certificate, a password, what a program gives, a token. */
    static Credentials of(KubeContext context) throws IOException {
        String certificate = context.fileOfUser("client-certificate");
        String key = context.fileOfUser("client-key");
        if (certificate != null && key != null) {
            return new Credentials(new ClientCertificate(certificate, key), NO_HEADER);
        }
        String name = context.ofUser("username");
        String password = context.ofUser("password");
        if (name != null && password != null) {
            return password(name + ":" + password);
        }
        if (context.user().containsKey("exec") || context.user().containsKey("auth-provider")) {
            KubeConfig config = context.forPlugins();
            Map<String, String> got = credentials(config);
            return got == null ? new Credentials(null, NO_HEADER) : got(got, config);
        }
        String token = context.ofUser("token");
        return token == null ? ofFile(context.ofUser("tokenFile")) : of(new BearerToken(() -> token, TOKEN_LIFETIME));
    }

    private static Credentials ofFile(@Nullable String token) {
        return token == null
                ? new Credentials(null, NO_HEADER)
                : of(new BearerToken(() -> Files.readString(Path.of(token)), TOKEN_LIFETIME));
    }

    static Credentials of(BearerToken token) {
        return new Credentials(null, () -> Optional.of(token.header()));
    }

    private static Credentials password(String nameAndPassword) {
        byte[] bytes = nameAndPassword.getBytes(StandardCharsets.ISO_8859_1);
        String header = "Basic " + Base64.getEncoder().encodeToString(bytes);
        return new Credentials(null, () -> Optional.of(header));
    }

    /** @param got of a program or a provider, or of what stands beside it */
    private static Credentials got(Map<String, String> got, KubeConfig config) {
        String token = given(got, KubeConfig.CRED_TOKEN_KEY);
        if (token != null) {
            return of(new BearerToken(token, () -> token(config), TOKEN_LIFETIME));
        }
        String certificate = given(got, KubeConfig.CRED_CLIENT_CERTIFICATE_DATA_KEY);
        String key = given(got, KubeConfig.CRED_CLIENT_KEY_DATA_KEY);
        return certificate != null && key != null
                ? new Credentials(new ClientCertificate(certificate, key), NO_HEADER)
                : new Credentials(null, NO_HEADER);
    }

    private static String token(KubeConfig config) throws IOException {
        Map<String, String> got = credentials(config);
        String token = got == null ? null : given(got, KubeConfig.CRED_TOKEN_KEY);
        if (token != null) {
            return token;
        }
        throw new IOException("no credentials from the kubeconfig's exec plugin");
    }

    /** What a program gives. If it cannot be read, nothing is said of it: it may be the secret. */
    private static @Nullable Map<String, String> credentials(KubeConfig config) throws IOException {
        try {
            return config.getCredentials();
        } catch (RuntimeException unreadable) {
            throw new IOException("what the kubeconfig's exec plugin printed is no ExecCredential");
        }
    }

    private static @Nullable String given(Map<String, String> got, String key) {
        String text = got.get(key);
        return text == null || text.isEmpty() ? null : text;
    }
}
