package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Strictness;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.PGStatement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;

/** Every method of every proxied interface reaches the delegate, with its arguments. */
class DelegationTest {

  /** Ours to answer, or tested by what they do. */
  private static final Set<String> POLICY =
      Set.of(
          "unwrap",
          "isWrapperFor",
          "createConnectionBuilder",
          "createPooledConnectionBuilder",
          "createXAConnectionBuilder",
          "addConnectionEventListener",
          "removeConnectionEventListener",
          "execSQLQuery");

  private record Call(Method method, Object[] arguments) {}

  private final List<Call> calls = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> reachesTheDelegate() throws SQLException {
    Crossing idle =
        new Crossing(
            new Phases(PhaseSnapshot.declared(Transitions.none())),
            Rewriting.real(),
            Strictness.STRICT);
    CrossfadeConnection connection = new CrossfadeConnection(recorder(BaseConnection.class), idle);
    Session session = new Session(connection, recorder(Connection.class), idle);
    List<DynamicTest> tests = new ArrayList<>();
    add(tests, new CrossfadeDataSource(recorder(DataSource.class), idle), DataSource.class);
    add(
        tests,
        new CrossfadeConnectionPoolDataSource(recorder(ConnectionPoolDataSource.class), idle),
        ConnectionPoolDataSource.class);
    add(tests, new CrossfadeXaDataSource(recorder(XADataSource.class), idle), XADataSource.class);
    add(tests, new CrossfadeXaConnection(recorder(XAConnection.class), idle), XAConnection.class);
    add(
        tests,
        new CrossfadeXaResource(
            recorder(XAResource.class),
            new CrossfadeXaConnection(recorder(XAConnection.class), idle)),
        XAResource.class);
    add(tests, connection, BaseConnection.class);
    add(
        tests,
        new CrossfadeQueryExecutor(recorder(QueryExecutor.class), session),
        QueryExecutor.class);
    add(
        tests,
        new CrossfadeStatement<>(recorder(Statement.class, PGStatement.class), session),
        Statement.class,
        PGStatement.class);
    add(
        tests,
        new CrossfadePreparedStatement<>(recorder(PreparedStatement.class), session, null),
        PreparedStatement.class);
    add(
        tests,
        new CrossfadeCallableStatement<>(recorder(CallableStatement.class), session, null),
        CallableStatement.class);
    add(
        tests,
        new CrossfadeResultSet(recorder(ResultSet.class), session, null, null),
        ResultSet.class);
    add(
        tests,
        new CrossfadeDatabaseMetaData(recorder(DatabaseMetaData.class), session),
        DatabaseMetaData.class);
    return tests.stream();
  }

  private void add(List<DynamicTest> tests, Object proxy, Class<?>... types) {
    for (Class<?> type : types) {
      for (Method method : type.getMethods()) {
        boolean ours =
            POLICY.contains(method.getName())
                || type == DatabaseMetaData.class && method.getName().equals("getConnection");
        if (!Modifier.isStatic(method.getModifiers()) && !ours) {
          tests.add(
              DynamicTest.dynamicTest(
                  type.getSimpleName() + " " + signature(method), () -> check(proxy, method)));
        }
      }
    }
  }

  private void check(Object proxy, Method method) throws Exception {
    assertThat(
            proxy
                .getClass()
                .getMethod(method.getName(), method.getParameterTypes())
                .getDeclaringClass()
                .isInterface())
        .as("the interface's default would not reach the driver")
        .isFalse();
    Object[] arguments = Stream.of(method.getParameterTypes()).map(this::sample).toArray();
    calls.clear();
    try {
      method.invoke(proxy, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
    assertThat(calls)
        .anySatisfy(
            call -> {
              assertThat(signature(call.method())).isEqualTo(signature(method));
              assertThat(call.arguments()).containsExactly(arguments);
            });
  }

  private static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
  }

  private Object sample(Class<?> type) {
    if (type == boolean.class) {
      return true;
    } else if (type == int.class) {
      return 1;
    } else if (type == long.class) {
      return 1L;
    } else if (type == byte.class) {
      return (byte) 1;
    } else if (type == short.class) {
      return (short) 1;
    } else if (type == float.class) {
      return 1f;
    } else if (type == double.class) {
      return 1d;
    } else if (type == String.class) {
      return "SELECT 1";
    } else if (type == List.class) {
      return List.of();
    } else if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private <T> T recorder(Class<?>... types) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Object[] given = arguments == null ? new Object[0] : arguments;
          calls.add(new Call(method, given));
          if (method.getName().equals("unwrap")) {
            return proxy;
          }
          if (method.getName().equals("isWrapperFor")) {
            return ((Class<?>) given[0]).isInstance(proxy) && given[0] != CrossfadeConnection.class;
          }
          Class<?> result = method.getReturnType();
          if (result == void.class) {
            return null;
          }
          if (result.isInterface() && result.getPackageName().endsWith(".sql")) {
            return recorder(result);
          }
          return result == boolean.class ? (Object) false : sample(result);
        };
    return (T) Proxy.newProxyInstance(getClass().getClassLoader(), types, handler);
  }
}
