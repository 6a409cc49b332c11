package io.contextmill.model;

import io.contextmill.model.Type.ListType;
import java.math.BigDecimal;

/** How exact the values of an expression are. */
public final class Decimals {
    private Decimals() {}

    /** The most digits behind the point that a value of a number can have. */
    public static int scale(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value() instanceof BigDecimal decimal ? Math.max(0, decimal.scale()) : 0;
        }
        if (expression instanceof Expression.Read read) {
            return read.field().limits().scale().orElse(0);
        }
        if (expression instanceof Expression.Member member) {
            return member.field().limits().scale().orElse(0);
        }
        if (expression instanceof Expression.Binary binary) {
            int left = scale(binary.left());
            int right = scale(binary.right());
            return binary.operator() == Expression.Operator.TIMES
                    ? left + right
                    : Math.max(left, right);
        }
        if (expression instanceof Expression.Negation negation) {
            return scale(negation.of());
        }
        if (expression instanceof Expression.Conditional conditional) {
            return Math.max(scale(conditional.then()), scale(conditional.otherwise()));
        }
        return expression instanceof Expression.Sum sum
                        && sum.list().type() instanceof ListType list
                ? list.item().limits().scale().orElse(0)
                : 0;
    }
}
