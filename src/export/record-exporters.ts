import {cameoExporter} from "./cameo.js"
import {citronExporter} from "./citron.js"
import {csvExporter} from "./csv.js"
import type {Exporter} from "./exporter.js"
import {gdeltExporter} from "./gdelt.js"
import {geojsonExporter} from "./geojson.js"
import {gexfExporter} from "./gexf.js"
import {graphmlExporter} from "./graphml.js"
import {icalendarExporter} from "./icalendar.js"
import {jsonLinesExporter} from "./jsonl.js"
import {parquetExporter} from "./parquet.js"
import {ploverExporter} from "./plover.js"
import {polecatExporter} from "./polecat.js"
import {schemaOrgExporter} from "./schema-org.js"
import {timelineExporter} from "./timelinejs.js"
import {webAnnotationExporter} from "./web-annotation.js"

/** The forms that are made from records alone, so that a published folder can write them in a browser too. */
export const recordExporters: readonly Exporter[] = [
  jsonLinesExporter,
  csvExporter,
  parquetExporter,
  ploverExporter,
  cameoExporter,
  gdeltExporter,
  polecatExporter,
  gexfExporter,
  graphmlExporter,
  geojsonExporter,
  icalendarExporter,
  timelineExporter,
  webAnnotationExporter,
  citronExporter,
  schemaOrgExporter,
]
