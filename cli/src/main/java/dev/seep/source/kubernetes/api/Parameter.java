package dev.seep.source.kubernetes.api;

/** Parameter of the query of a request. */
public record Parameter(String name, String value) {}
