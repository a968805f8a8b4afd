import { printing } from '../printing.ts';
import { mailDocument, printDocument, type OutputKind } from '../operations/outbox.ts';
import type { Call, Handler } from '../../../wire/rest/call.ts';
import { act, idOf } from '../../../wire/rest/handlers.ts';

/** The operations that put a document out. */
export interface OutputHandlers {
  mail: Handler;
  pdf: Handler;
  print: Handler;
}

export function outputHandlers(kind: OutputKind): OutputHandlers {
  return {
    mail: act((data, call) => {
      mailDocument(data, kind, idOf(call), optionsOf(call));
    }),
    print: act((data, call) => {
      printDocument(data, kind, idOf(call), optionsOf(call));
    }),
    pdf: async (call) => {
      const id = idOf(call);
      const { number } = call.data.get(kind, id);
      const { renderPdf } = await import('../documents/pdf.ts');
      const data = await renderPdf(await printing().documentOf(call.data, kind, id));
      return {
        bytes: { data, type: 'application/pdf', fileName: `${number}.pdf` },
        assumptions: ['document-pdf'],
      };
    },
  };
}

function optionsOf(call: Call): Parameters<typeof mailDocument>[3] {
  return {
    now: call.now,
    formId: call.query['formId'] as number | undefined,
    printer: call.query['printer'] as string | undefined,
  };
}
