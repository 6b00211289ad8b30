package tenure.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the pages that web-ui packs. The page finds its own way by the address, so every address that means nothing to
 * the server is answered with the same page.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    private static final String PACKED = "classpath:/META-INF/resources/";
    private static final Resource PAGE = new ClassPathResource("META-INF/resources/index.html");
    /** Stands in when Tenure was built without its pages. */
    private static final Resource NO_PAGE = new ClassPathResource("tenure/app/web/no-pages.html");

    private static final List<String> NOT_PAGES =
            List.of("api", "api-docs", "v1", "actuator", "v3", "assets", "swagger-ui");
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** The page, or the one that says that there is none. */
    static Resource page() {
        return PAGE.exists() ? PAGE : NO_PAGE;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names change with their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(PACKED + "assets/")
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(PACKED)
                // All files of a reproducible build are of the same second, so time says nothing about change.
                .setUseLastModified(false)
                .setEtagGenerator(Pages::digest)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageResolver());
    }

    static String digest(Resource resource) {
        try (var content = resource.getInputStream()) {
            // Weak: a strong tag would keep the answer from being compressed.
            return "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the file, else the page. */
    private static final class PageResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            return file != null || isNoPage(path) ? file : page();
        }

        private static boolean isNoPage(String path) {
            return NOT_PAGES.stream().anyMatch(first -> path.equals(first) || path.startsWith(first + "/"));
        }
    }
}
