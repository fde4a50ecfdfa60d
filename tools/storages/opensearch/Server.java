import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.transport.Netty4Plugin;

/** One OpenSearch node from library jars: no distribution, no security plugin, loopback only. */
public final class Server {
  /** Node's constructor that takes plugin classes is protected. */
  private static final class OneNode extends Node {
    OneNode(Environment env) {
      super(env, List.of(Netty4Plugin.class, PainlessPlugin.class), false);
    }
  }

  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]).toAbsolutePath();
    int http = Integer.parseInt(args[1]);
    int transport = Integer.parseInt(args[2]);
    Settings settings = Settings.builder()
        .put("path.home", home.toString())
        .put("path.data", home.resolve("data").toString())
        .put("path.logs", home.resolve("logs").toString())
        .put("cluster.name", "storage-test")
        .put("node.name", "n1")
        .put("discovery.type", "single-node")
        .put("network.host", "127.0.0.1")
        .put("http.port", http)
        .put("transport.port", transport)
        .put("http.type", "netty4")
        .put("transport.type", "netty4")
        // A nearly full CI disk must not turn the indices read-only.
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
    Environment env =
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "n1");
    Node node = new OneNode(env);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        node.close();
      } catch (Exception e) {
        e.printStackTrace();
      }
      stopped.countDown();
    }));
    node.start();
    System.out.println("started on 127.0.0.1:" + http);
    stopped.await();
  }
}
