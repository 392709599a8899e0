package dev.seep.source.kubernetes.objects;

/** Mode of counting objects, by how much that is wanted. */
public enum CountingMode {
    /** Each of these kinds was named and must exist. */
    NAMED,
    /** Those of these kinds that exist. */
    USUAL,
    /** Nobody asked: those that the account may list and watch, as long as that is cheap. */
    ALONG
}
