/**
 * A client of web sockets (RFC 6455) for thousands of them that are idle most of the time: one thread and one set of
 * buffers for all.
 *
 * <p>Called by {@code exec}. Start with {@link WebSockets}, then {@link WebSocket}.
 */
@NullMarked
package dev.seep.source.kubernetes.websocket;

import org.jspecify.annotations.NullMarked;
