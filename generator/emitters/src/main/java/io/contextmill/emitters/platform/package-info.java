/**
 * What every service needs and no domain should spell out: versions, rejections, the outbox, safe
 * repetition of requests, and the database that tests run on.
 *
 * <p>May import {@code emit}, {@code model}, {@code naming} and {@code words} of the core, {@code
 * emitters.java}, and the templates of the platform.
 */
@NullMarked
package io.contextmill.emitters.platform;

import org.jspecify.annotations.NullMarked;
