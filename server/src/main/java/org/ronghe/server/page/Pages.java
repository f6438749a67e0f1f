package org.ronghe.server.page;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The browser's files. Those under `assets/` carry a hash in their name and are kept for a year;
/// every other page address answers with `index.html`, and the browser takes it from there.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  /// The manifest of what can be installed; browsers want its own type.
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer.mediaType("webmanifest", MediaType.parseMediaType("application/manifest+json"));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageResolver());
  }

  private static final class PageResolver extends PathResourceResolver {
    /// Pages named by an id of the county, which may hold dots: no file is meant.
    private static final Pattern WITH_ID = Pattern.compile("(board|points|tunnels)/[^/]+");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource found = super.getResource(path, location);
      if (found != null) {
        return found;
      }
      return isPage(path) ? super.getResource("index.html", location) : null;
    }

    private static boolean isPage(String path) {
      return WITH_ID.matcher(path).matches()
          || (!path.matches("(api|ogc|tiles|actuator|error|assets)(/.*)?")
              && !path.substring(path.lastIndexOf('/') + 1).contains("."));
    }
  }
}
