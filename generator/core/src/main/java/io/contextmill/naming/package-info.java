/**
 * What everything is called in Java, SQL and HTTP: decided in one place, so that emitters agree.
 *
 * <p>Imports {@code model} and {@code words}.
 */
@NullMarked
package io.contextmill.naming;

import org.jspecify.annotations.NullMarked;
