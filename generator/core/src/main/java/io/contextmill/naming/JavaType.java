package io.contextmill.naming;

/**
 * A generated class.
 *
 * @param packageName the package
 * @param simpleName the name in that package; unique in the context, whatever the package
 */
public record JavaType(String packageName, String simpleName) {
    /** {@code com.example.order.OrderId}. */
    public String qualifiedName() {
        return packageName + "." + simpleName;
    }

    /** Where its source stands below a source root: {@code com/example/order/OrderId.java}. */
    public String path() {
        return qualifiedName().replace('.', '/') + ".java";
    }
}
