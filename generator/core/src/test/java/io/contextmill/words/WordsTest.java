package io.contextmill.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "OrderItem, Order Item",
        "orderItem, order Item",
        "HTTPRequest, HTTP Request",
        "OrderV2, Order V2",
        "Order2Item, Order2 Item",
        "SKUs, SKUs",
        "SKUsPerPage, SKUs Per Page",
        "URLShortener, URL Shortener",
        "IN_TRANSIT, IN TRANSIT",
        "order-item, order item",
        "A, A",
    })
    void splitsNames(String name, String words) {
        assertThat(Words.of(name).parts()).containsExactly(words.split(" ", -1));
    }

    @Test
    void joinsWordsInEveryForm() {
        Words words = Words.of("HTTPRequestLog2");

        assertThat(words.pascal()).isEqualTo("HTTPRequestLog2");
        assertThat(words.camel()).isEqualTo("httpRequestLog2");
        assertThat(words.snake()).isEqualTo("http_request_log2");
        assertThat(words.kebab()).isEqualTo("http-request-log2");
        assertThat(words.upperSnake()).isEqualTo("HTTP_REQUEST_LOG2");
        assertThat(words.folded()).isEqualTo("httprequestlog2");
        assertThat(words.plural().pascal()).isEqualTo("HTTPRequestLog2s");
    }

    @Test
    void foldsWhatDiffersInCaseAndSeparatorsOnly() {
        assertThat(List.of("OrderItem", "ORDER_ITEM", "Orderitem", "order-item"))
                .allSatisfy(name -> assertThat(Words.fold(name)).isEqualTo("orderitem"));
    }

    @Test
    void hasNoWordsWithoutLettersAndDigits() {
        assertThat(Words.of("__").parts()).isEmpty();
        assertThat(Words.of("").camel()).isEmpty();
        assertThat(Words.of("").plural().parts()).isEmpty();
    }
}
