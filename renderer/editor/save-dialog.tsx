import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { exchangeNow } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { pathOf } from '#shared/exchange/raw-http.ts';
import { beginNaming, NamingForm } from './naming-form.tsx';

/** What a request is called at first: its method and its path, as far as one reads. */
export const firstName = (method: string, target: string): string => `${method} ${pathOf(target)}`.slice(0, 60);

/** Saves the request of an exchange, without the editor. */
export const SaveDialog = () => {
  const actions = useActions();
  const { payloads: words } = useWords();
  const id = useBench(({ view }) => (view.dialog?.kind === 'save-payload' ? view.dialog.exchangeId : null));
  const exchange = useBench((state) => exchangeNow(state, id));
  if (id === null) return null;
  const close = () => actions.showDialog(null);
  return (
    <Sheet title={words.saveTitle} close={close} begin={beginNaming}>
      <NamingForm
        begin={{ name: exchange ? firstName(exchange.method, exchange.target) : '', folder: '' }}
        verb={words.verb}
        note={words.credentialByChannel}
        save={(naming) => actions.saveExchange(id, naming)}
        close={close}
      />
    </Sheet>
  );
};
