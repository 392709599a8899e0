package dev.seep.bench;

import java.time.Instant;
import java.util.UUID;

/** A pod as an API server writes it, with as many words around what matters as a real one has: about 4 KB. */
final class PodJsonText {
    private static final String MANAGED = """
            {"manager":"kube-controller-manager","operation":"Update","apiVersion":"v1","time":"2026-11-22T23:00:00Z",\
            "fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:generateName":{},"f:labels":{".":{},"f:app":{},\
            "f:pod-template-hash":{}},"f:ownerReferences":{".":{},"k:{\\"uid\\":\\"0\\"}":{".":{},"f:apiVersion":{},\
            "f:blockOwnerDeletion":{},"f:controller":{},"f:kind":{},"f:name":{},"f:uid":{}}}},"f:spec":{"f:containers":\
            {"k:{\\"name\\":\\"app\\"}":{".":{},"f:env":{".":{},"k:{\\"name\\":\\"JAVA_OPTS\\"}":{".":{},"f:name":{},\
            "f:value":{}}},"f:image":{},"f:imagePullPolicy":{},"f:name":{},"f:ports":{".":{}},"f:resources":{".":{},\
            "f:limits":{".":{},"f:cpu":{},"f:memory":{}},"f:requests":{".":{},"f:cpu":{},"f:memory":{}}},\
            "f:terminationMessagePath":{},"f:terminationMessagePolicy":{}}},"f:dnsPolicy":{},"f:enableServiceLinks":{},\
            "f:restartPolicy":{},"f:schedulerName":{},"f:securityContext":{},"f:terminationGracePeriodSeconds":{}}}}""";

    private static final String SPEC = """
            {"volumes":[{"name":"token","secret":{"secretName":"default-token","defaultMode":420}}],"containers":[{\
            "name":"app","image":"registry.example/shop/web:1.42.0","ports":[{"containerPort":8080,"protocol":"TCP"}],\
            "env":[{"name":"JAVA_OPTS","value":"-XX:MaxRAMPercentage=70"},{"name":"DB_HOST","value":"postgres"},\
            {"name":"DB_PASSWORD","valueFrom":{"secretKeyRef":{"name":"db","key":"password"}}}],"resources":{"limits":\
            {"cpu":"1","memory":"512Mi"},"requests":{"cpu":"100m","memory":"256Mi"}},"volumeMounts":[{"name":"token",\
            "readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],"livenessProbe":{"httpGet":\
            {"path":"/healthz","port":8080,"scheme":"HTTP"},"timeoutSeconds":1,"periodSeconds":10},\
            "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",\
            "imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always","terminationGracePeriodSeconds":30,\
            "dnsPolicy":"ClusterFirst","serviceAccountName":"default","serviceAccount":"default","nodeName":"NODE",\
            "securityContext":{},"schedulerName":"default-scheduler","tolerations":[{"key":\
            "node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}],\
            "priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"}""";

    private PodJsonText() {}

    static String of(
            String namespace,
            String name,
            UUID uid,
            String node,
            SimulatedPod.Phase phase,
            long version,
            Instant created,
            Instant started) {
        String set = name.substring(0, name.lastIndexOf('-'));
        String deletion =
                phase == SimulatedPod.Phase.TERMINATING ? ",\"deletionTimestamp\":\"" + Instant.now() + "\"" : "";
        return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\",\"generateName\":\""
                + set
                + "-\",\"namespace\":\"" + namespace + "\",\"uid\":\"" + uid + "\",\"resourceVersion\":\"" + version
                + "\",\"creationTimestamp\":\"" + created + "\"" + deletion
                + ",\"labels\":{\"app\":\"web\",\"pod-template-hash\":\"" + set.substring(set.lastIndexOf('-') + 1)
                + "\"},\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"name\":\"" + set
                + "\",\"uid\":\"" + set + "\",\"controller\":true,\"blockOwnerDeletion\":true}],\"managedFields\":["
                + MANAGED + "]},\"spec\":" + SPEC.replace("NODE", node) + ",\"status\":"
                + status(uid, phase, started) + "}";
    }

    private static String status(UUID uid, SimulatedPod.Phase phase, Instant started) {
        return switch (phase) {
            case PENDING ->
                "{\"phase\":\"Pending\",\"qosClass\":\"Burstable\",\"containerStatuses\":["
                        + container(uid, "{\"waiting\":{\"reason\":\"ContainerCreating\"}}", false) + "]}";
            case RUNNING ->
                "{\"phase\":\"Running\",\"qosClass\":\"Burstable\",\"hostIP\":\"10.0.0.1\",\"podIP\":\"10.1.0.1\","
                        + "\"startTime\":\"" + started + "\",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\","
                        + "\"lastProbeTime\":null,\"lastTransitionTime\":\"" + started + "\"}],\"containerStatuses\":["
                        + container(uid, "{\"running\":{\"startedAt\":\"" + started + "\"}}", true) + "]}";
            case TERMINATING ->
                "{\"phase\":\"Running\",\"qosClass\":\"Burstable\",\"startTime\":\"" + started
                        + "\",\"containerStatuses\":["
                        + container(uid, "{\"terminated\":{\"exitCode\":137,\"reason\":\"Error\"}}", false) + "]}";
        };
    }

    private static String container(UUID uid, String state, boolean started) {
        String id = uid.toString().replace("-", "");
        return "{\"name\":\"app\",\"state\":" + state + ",\"lastState\":{},\"ready\":" + started
                + ",\"restartCount\":0,\"image\":\"registry.example/shop/web:1.42.0\",\"imageID\":\"sha256:" + id
                + "\",\"containerID\":\"containerd://" + id + id + "\",\"started\":" + started + "}";
    }
}
