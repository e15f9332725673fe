package dev.tiphys.web;

import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// What the description at `/v3/api-docs` says about the API as a whole.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageAsk.class);
    }

    @Bean
    OpenAPI description() {
        SecurityScheme bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("An API token, `tph_…`, made under Settings or by `POST /api/v1/tokens`.");
        return new OpenAPI()
                .info(new Info().title("Tiphys").version("v1")
                        .description(
                                "Errors are problems (RFC 9457). Lists are `{items, page, size, total}`, pages count from 0."))
                .components(new Components().addSecuritySchemes("bearer", bearer))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /// Every list takes the same two parameters.
    @Bean
    OperationCustomizer pagedLists() {
        return (operation, handler) -> isPaged(handler) ? paged(operation) : operation;
    }

    private static boolean isPaged(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == PageAsk.class);
    }

    private static Operation paged(Operation operation) {
        return operation.addParametersItem(number("page", "Which page, from 0."))
                .addParametersItem(number("size", "Items per page, 1 to 500; 50 unless said."));
    }

    private static Parameter number(String name, String words) {
        return new Parameter().in("query").name(name).description(words).schema(new IntegerSchema());
    }
}
