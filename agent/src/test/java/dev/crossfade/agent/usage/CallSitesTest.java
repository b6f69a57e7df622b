package dev.crossfade.agent.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallSitesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Report",
        "dev.crossfade.example.web.UserResource",
        "dev.crossfade.demo.Nightly",
        "javaxx.Report",
        "org.postgresqlfans.Report",
        "Report",
        "com.acme.CrossfadeConfiguration",
        "com.acme.Repository$WithCrossfade",
      })
  void applications(String type) {
    assertThat(CallSites.isApplication(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.ArrayList",
        "javax.sql.RowSet",
        "jdk.internal.reflect.DirectMethodHandleAccessor",
        "org.postgresql.jdbc.PgStatement",
        "com.zaxxer.hikari.pool.ProxyStatement",
        "org.apache.commons.dbcp2.DelegatingStatement",
        "com.mchange.v2.c3p0.impl.NewProxyStatement",
        "org.apache.tomcat.jdbc.pool.StatementFacade",
        "io.agroal.pool.wrapper.StatementWrapper",
        "com.alibaba.druid.pool.DruidPooledStatement",
        "org.hibernate.loader.Loader",
        "org.springframework.jdbc.core.JdbcTemplate",
        "org.jooq.impl.AbstractQuery",
        "org.apache.ibatis.executor.SimpleExecutor",
        "org.jdbi.v3.core.statement.SqlStatement",
        "jakarta.persistence.EntityManager",
        "net.ttddyy.dsproxy.proxy.StatementProxyLogic",
        "com.p6spy.engine.wrapper.StatementWrapper",
        "dev.crossfade.Crossfade",
        "dev.crossfade.jdbc.CrossfadeStatement",
        "dev.crossfade.generated.Fallbacks",
        "jdk.proxy2.$Proxy17",
        "com.acme.Users$$SpringCGLIB$$0",
        "com.acme.$Proxy9",
        "com.acme.UserCrossfade",
        "com.acme.UserCrossfade$Statements",
      })
  void everythingElse(String type) {
    assertThat(CallSites.isApplication(type)).isFalse();
  }
}
