package dev.tiphys.fleet.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.fleet.ServiceAddress;
import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.Notice;
import dev.tiphys.web.Status;

/// The fleet: its clusters or its applications.
///
/// @param error why the selector cannot be read; empty when it can
record FleetPage(Lead lead, Fresh fresh, List<Notice> notices, List<Chip> views, List<List<Chip>> filters, String view,
        String selector, String query, String error, List<ClusterRow> clusters, List<ApplicationRow> applications,
        Pager pager, String live) {

    /// The numbers of the sentence on top.
    record Lead(int clusters, int clouds, int applications, long healthy, long moving, long unhealthy, long away,
            long distrusted) {}

    /// @param unhealthy how many of its applications are
    record ClusterRow(String name, Status connection, String message, String environment, String cloud, String region,
            String version, int applications, long unhealthy, long drift, @Nullable Age seen, boolean away,
            String labels) {}

    /// @param distrust why its claim to the service is not trusted; empty when it is
    /// @param argoCd address of its page in Argo CD; null when that is not known
    record ApplicationRow(String name, String project, String service, String distrust, String cluster,
            String environment, String version, Status health, Status sync, @Nullable Age changed, boolean away,
            @Nullable String argoCd) {

        /// The address of its service.
        public String serviceHref() {
            return ServiceAddress.of(service);
        }
    }

    record Pager(int shown, int matching, @Nullable String previous, @Nullable String next) {}
}
