package dev.seep.source.kubernetes.api;

import io.kubernetes.client.util.SSLUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the private keys of kubeconfigs. The JDK knows those that there usually are; Bouncy Castle knows more, but
 * to load and verify it takes longer than all the rest of a start, so it is asked for those alone that the JDK does not
 * know.
 */
final class PrivateKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};
    /** The object identifiers as the first fields of a PKCS#8 algorithm; that of RSA with the null it asks for. */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeys() {}

    /** @param pem text that holds the key */
    static PrivateKey read(String pem) throws IOException, GeneralSecurityException {
        PrivateKey key = known(pem);
        return key == null ? SSLUtils.loadKey(pem.getBytes(StandardCharsets.ISO_8859_1)) : key;
    }

    /** Null for a key that the JDK does not know. */
    static @Nullable PrivateKey known(String pem) throws GeneralSecurityException {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            return null;
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            return switch (matcher.group(1)) {
                case "PRIVATE KEY" -> ofPkcs8(der);
                case "RSA PRIVATE KEY" -> ofPkcs8(pkcs8(der, RSA));
                case "EC PRIVATE KEY" -> ofPkcs8(pkcs8(der, EC, curve(der)));
                default -> null;
            };
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    private static @Nullable PrivateKey ofPkcs8(byte[] der) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            PrivateKey key = ofPkcs8(der, algorithm);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    private static @Nullable PrivateKey ofPkcs8(byte[] der, String algorithm) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException another) {
            return null;
        }
    }

    private static byte[] pkcs8(byte[] key, byte[]... algorithm) {
        return Der.element(Der.SEQUENCE, VERSION_0, Der.element(Der.SEQUENCE, algorithm), Der.element(Der.OCTETS, key));
    }

    /** The name of the curve, which stands in a key of SEC 1 and beside one of PKCS#8. */
    private static byte[] curve(byte[] key) {
        ByteBuffer fields = Der.content(ByteBuffer.wrap(key), Der.SEQUENCE);
        Der.content(fields, Der.INTEGER);
        Der.content(fields, Der.OCTETS);
        ByteBuffer curve = Der.content(fields, Der.FIRST_OPTIONAL);
        byte[] bytes = new byte[curve.remaining()];
        curve.get(bytes);
        return bytes;
    }
}
