package dev.seep.source.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.util.SSLUtils;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Objects;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 3072, 4096})
    void rsaKeysOfEitherFormAreKnown(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        assertThat(pkcs8(key)).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(traditional(key)).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        for (String pem : new String[] {pkcs8(key), traditional(key)}) {
            assertThat(PrivateKeys.known(pem))
                    .isInstanceOf(RSAPrivateCrtKey.class)
                    .isEqualTo(key);
            assertThat(ofBouncyCastle(pem).getEncoded()).isEqualTo(key.getEncoded());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void ecKeysOfEitherFormAreKnown(String curve) throws Exception {
        PrivateKey key = ec(curve);
        assertThat(pkcs8(key)).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(traditional(key)).startsWith("-----BEGIN EC PRIVATE KEY-----");
        for (String pem : new String[] {pkcs8(key), traditional(key)}) {
            ECPrivateKey known = (ECPrivateKey) Objects.requireNonNull(PrivateKeys.known(pem));
            ECPrivateKey expected = (ECPrivateKey) ofBouncyCastle(pem);
            assertThat(known.getS()).isEqualTo(expected.getS());
            assertThat(known.getParams().getCurve())
                    .isEqualTo(expected.getParams().getCurve());
        }
    }

    @Test
    void edwardsKeysAreKnown() throws Exception {
        PrivateKey key =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        assertThat(PrivateKeys.known(pkcs8(key)))
                .isInstanceOf(EdECPrivateKey.class)
                .isEqualTo(key);
    }

    @Test
    void linesMayEndAsOnWindowsAndWordsMayStandAround() throws Exception {
        PrivateKey key = ec("secp256r1");
        String pem = "Key Attributes: <none>\r\n" + traditional(key).replace("\n", "\r\n") + "\r\nthe end\r\n";
        assertThat(PrivateKeys.known(pem)).isNotNull();
    }

    @Test
    void whatTheJdkDoesNotKnowIsLeftToBouncyCastle() throws Exception {
        PrivateKey key = ec("sm2p256v1");
        for (String pem : new String[] {pkcs8(key), traditional(key)}) {
            assertThat(PrivateKeys.read(pem).getEncoded())
                    .isEqualTo(ofBouncyCastle(pem).getEncoded());
        }
    }

    @Test
    void encryptedKeysAndNonsenseAreErrors() throws Exception {
        StringWriter encrypted = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(encrypted)) {
            writer.writeObject(
                    ec("secp256r1"), new JcePEMEncryptorBuilder("AES-128-CBC").build("secret".toCharArray()));
        }
        assertThat(encrypted.toString()).contains("ENCRYPTED");
        String whole = traditional(ec("secp256r1"));
        String cut = whole.substring(0, 60) + "\n-----END EC PRIVATE KEY-----\n";
        for (String pem : new String[] {encrypted.toString(), cut, "", "no key"}) {
            assertThatThrownBy(() -> PrivateKeys.read(pem)).isInstanceOf(Exception.class);
        }
    }

    /** Of Bouncy Castle, whose keys name their curve in either form, as those of others do. */
    private static PrivateKey ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair().getPrivate();
    }

    private static PrivateKey ofBouncyCastle(String pem) throws Exception {
        return SSLUtils.loadKey(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static String pkcs8(PrivateKey key) throws Exception {
        return pem(new JcaPKCS8Generator(key, null));
    }

    /** PKCS#1 for RSA, SEC 1 for EC. */
    private static String traditional(PrivateKey key) throws Exception {
        return pem(key);
    }

    private static String pem(Object object) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
